// What the map is drawn from: the basemap that was built with it, and the page's own query.

import type { Feature, FeatureCollection, Point } from "geojson";

export interface Basemap {
  land: Feature | FeatureCollection;
  borders: Feature;
  names: FeatureCollection;
}

export interface Incident {
  id: string;
  title: string;
  family: string;
  kind: string;
  status: string;
  when: string;
  where: string;
  precision: string;
  sign: "dot" | "ring" | "area";
  extent: number;
  killed: string;
  injured: string;
  reports: number;
  // Pixels at zoom 0 that the extent covers.
  reach: number;
}

export interface Incidents extends FeatureCollection<Point, Incident> {
  total: number;
  unplaced: number;
}

// Metres of a pixel at zoom 0 on the equator: the circumference over MapLibre's tiles of 512 pixels.
const METRES = 78271.517;

async function fetched<T>(address: string): Promise<T> {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return (await answer.json()) as T;
}

export async function load(element: HTMLElement): Promise<[Basemap, Incidents]> {
  const { basemap, source } = element.dataset;
  const [ground, incidents] = await Promise.all([fetched<Basemap>(basemap ?? ""), fetched<Incidents>(source ?? "")]);
  for (const { geometry, properties } of incidents.features) {
    const latitude = ((geometry.coordinates[1] ?? 0) * Math.PI) / 180;
    properties.reach = properties.extent / (METRES * Math.cos(latitude));
  }
  return [ground, incidents];
}
