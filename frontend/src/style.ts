// The map's look: a quiet basemap, areas under points, clusters with their counts.

import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";

import type { Basemap, Incidents } from "./data";
import type { Palette } from "./palette";

export const CLUSTERS = "clusters";
export const POINTS = ["areas-centre", "rings", "dots"];
export const CLUSTER_ZOOM = 10;

const FONT = ["system-ui", "sans-serif"];

export function style(basemap: Basemap, incidents: Incidents, colours: Palette): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: basemap.land, attribution: "Borders: Natural Earth; they settle no claim" },
      borders: { type: "geojson", data: basemap.borders },
      names: { type: "geojson", data: basemap.names },
      areas: { type: "geojson", data: { ...incidents, features: incidents.features.filter(isArea) } },
      incidents: { type: "geojson", data: incidents, cluster: true, clusterRadius: 36, clusterMaxZoom: CLUSTER_ZOOM },
    },
    layers: [...ground(colours), ...marks(colours)],
  };
}

const isArea = (incident: Incidents["features"][number]): boolean => incident.properties.sign === "area";

function ground(colours: Palette): LayerSpecification[] {
  return [
    { id: "sea", type: "background", paint: { "background-color": colours.sea } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colours.paper } },
    { id: "borders", type: "line", source: "borders", paint: { "line-color": colours.borders, "line-width": 0.8 } },
    {
      id: "names",
      type: "symbol",
      source: "names",
      // Small countries and islands are named once there is room: the rank is the area, negative, in tenths of a degree.
      filter: ["<=", ["get", "rank"], ["step", ["zoom"], -300, 2, -100, 3, -30, 4, 0]],
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 1, 10, 6, 14],
        "text-max-width": 7,
        "text-padding": 6,
        "symbol-sort-key": ["get", "rank"],
      },
      paint: { "text-color": colours.soft, "text-halo-color": colours.paper, "text-halo-width": 1.2 },
    },
  ];
}

function marks(colours: Palette): LayerSpecification[] {
  const family = ["match", ["get", "family"], ...colours.family, colours.soft] as unknown as ExpressionSpecification;
  const signed = (sign: string): ExpressionSpecification => ["all", ["!", ["has", "point_count"]], ["==", ["get", "sign"], sign]];
  const edge = { "circle-stroke-color": colours.sheet, "circle-stroke-width": 1.5 };
  return [
    {
      id: "areas",
      type: "circle",
      source: "areas",
      paint: { "circle-color": family, "circle-opacity": 0.09, "circle-radius": metres("reach") },
    },
    { id: "areas-centre", type: "circle", source: "incidents", filter: signed("area"), paint: { "circle-color": family, "circle-opacity": 0.45, "circle-radius": 7 } },
    { id: "rings", type: "circle", source: "incidents", filter: signed("ring"), paint: { "circle-color": colours.sheet, "circle-opacity": 0.6, "circle-radius": 6, "circle-stroke-color": family, "circle-stroke-width": 3 } },
    { id: "dots", type: "circle", source: "incidents", filter: signed("dot"), paint: { "circle-color": family, "circle-radius": 6.5, ...edge } },
    {
      id: CLUSTERS,
      type: "circle",
      source: "incidents",
      filter: ["has", "point_count"],
      paint: { "circle-color": colours.ink, "circle-opacity": 0.82, "circle-radius": ["step", ["get", "point_count"], 13, 10, 16, 100, 20, 1000, 25], ...edge },
    },
    {
      id: "cluster-counts",
      type: "symbol",
      source: "incidents",
      filter: ["has", "point_count"],
      layout: { "text-field": ["get", "point_count_abbreviated"], "text-font": FONT, "text-size": 12, "text-allow-overlap": true },
      paint: { "text-color": colours.paper },
    },
  ];
}

// Pixels for a property that holds pixels at zoom 0; every zoom doubles them.
function metres(property: string): ExpressionSpecification {
  return ["interpolate", ["exponential", 2], ["zoom"], 0, ["get", property], 20, ["*", ["get", property], 2 ** 20]];
}
