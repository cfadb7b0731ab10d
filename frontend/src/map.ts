// The map island: draws the page's own query. Without it the page's table shows the same.

import type { Point } from "geojson";
import { AttributionControl, GeoJSONSource, LngLatBounds, Map as Atlas, NavigationControl, Popup, ScaleControl, setWorkerUrl } from "maplibre-gl";
import type { MapGeoJSONFeature, MapMouseEvent } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";

import { type Incident, type Incidents, load } from "./data";
import "./map.css";
import { palette } from "./palette";
import { popup } from "./popup";
import { CLUSTERS, CLUSTER_ZOOM, POINTS, style } from "./style";

const LISTED = 12;

async function start(element: HTMLElement): Promise<void> {
  setWorkerUrl(element.dataset["worker"] ?? "");
  const [basemap, incidents] = await load(element);
  element.hidden = false;
  const atlas = new Atlas({
    container: element,
    style: style(basemap, incidents, palette()),
    center: [20, 25],
    zoom: 1,
    minZoom: 0.5,
    maxZoom: 14,
    dragRotate: false,
    pitchWithRotate: false,
    attributionControl: false,
    cooperativeGestures: matchMedia("(pointer: coarse)").matches,
    locale: { "Map.Title": "Map of the incidents; the table below holds the same" },
  });
  atlas.touchZoomRotate.disableRotation();
  atlas.keyboard.disableRotation();
  atlas.addControl(new NavigationControl({ showCompass: false }), "top-right");
  atlas.addControl(new ScaleControl(), "bottom-left");
  atlas.addControl(new AttributionControl({ compact: false }), "bottom-right");
  frame(atlas, incidents);
  atlas.on("click", (event) => void clicked(atlas, event));
  atlas.on("mousemove", (event) => {
    atlas.getCanvas().style.cursor = under(atlas, event).length ? "pointer" : "";
  });
  atlas.on("moveend", () => offerView(atlas));
  atlas.once("idle", () => {
    element.dataset["drawn"] = String(incidents.features.length);
    offerView(atlas);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    atlas.setStyle(style(basemap, incidents, palette()), { diff: false });
  });
  note(incidents);
}

function frame(atlas: Atlas, incidents: Incidents): void {
  const bounds = new LngLatBounds();
  for (const { geometry } of incidents.features) bounds.extend(geometry.coordinates as [number, number]);
  if (!bounds.isEmpty()) atlas.fitBounds(bounds, { padding: 60, maxZoom: 5, animate: false });
}

function under(atlas: Atlas, event: MapMouseEvent): MapGeoJSONFeature[] {
  return atlas.queryRenderedFeatures(event.point, { layers: [CLUSTERS, ...POINTS] });
}

async function clicked(atlas: Atlas, event: MapMouseEvent): Promise<void> {
  const found = under(atlas, event);
  const [first] = found;
  if (!first) return;
  const at = (first.geometry as Point).coordinates as [number, number];
  if (first.layer.id !== CLUSTERS) {
    const incidents = found.filter((each) => each.layer.id !== CLUSTERS).map((each) => each.properties as Incident);
    show(atlas, at, incidents, incidents.length);
    return;
  }
  const source = atlas.getSource<GeoJSONSource>("incidents");
  if (!source) return;
  const cluster = first.properties["cluster_id"] as number;
  const zoom = await source.getClusterExpansionZoom(cluster);
  if (zoom <= CLUSTER_ZOOM) {
    atlas.easeTo({ center: at, zoom, animate: !matchMedia("(prefers-reduced-motion: reduce)").matches });
    return;
  }
  const leaves = await source.getClusterLeaves(cluster, LISTED, 0);
  show(atlas, at, leaves.map((leaf) => leaf.properties as Incident), first.properties["point_count"] as number);
}

function show(atlas: Atlas, at: [number, number], incidents: Incident[], total: number): void {
  const listed = incidents.slice(0, LISTED);
  new Popup({ maxWidth: "22rem" }).setLngLat(at).setDOMContent(popup(listed, total - listed.length)).addTo(atlas);
}

function note(incidents: Incidents): void {
  const place = document.getElementById("map-note");
  if (!place) return;
  const drawn = incidents.features.length;
  const words = [`${drawn.toLocaleString("en")} of ${incidents.total.toLocaleString("en")} incidents drawn`];
  if (incidents.unplaced) words.push(`${incidents.unplaced.toLocaleString("en")} without coordinates`);
  if (incidents.total > drawn + incidents.unplaced) words.push("the rest is too much for one map: filter to see it");
  place.textContent = `${words.join("; ")}.`;
}

// The link that keeps the page's query and adds the box in view.
function offerView(atlas: Atlas): void {
  const link = document.getElementById("map-view");
  if (!(link instanceof HTMLAnchorElement)) return;
  const view = atlas.getBounds();
  const sides = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()].map((side) => side.toFixed(2));
  const address = new URL(location.href);
  address.searchParams.delete("offset");
  address.searchParams.set("bbox", sides.join(","));
  link.href = address.href;
  link.hidden = view.getEast() - view.getWest() >= 360 || Math.abs(view.getWest()) > 180 || Math.abs(view.getEast()) > 180;
}

const element = document.getElementById("map");
if (element) {
  start(element).catch((error: unknown) => {
    element.hidden = true;
    document.getElementById("map-failed")?.removeAttribute("hidden");
    console.warn("the map can't be drawn:", error);
  });
}
