// Bundles the map, and writes its basemap: `node build.mjs FOLDER`. Called by build.py.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { build } from "esbuild";
import { feature, mesh } from "topojson-client";

const out = process.argv[2];
if (!out) throw new Error("name the folder to build into");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: { map: "src/map.ts" },
  outdir: out,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
});
await copyFile("node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs", join(out, "map-worker.js"));
await writeFile(join(out, "basemap.json"), JSON.stringify(await basemap()));
await writeFile(join(out, "licences.txt"), await licences(["maplibre-gl", "world-atlas", "topojson-client"]));

// Natural Earth's countries: land, the borders between them, and a point for each name.
async function basemap() {
  const atlas = JSON.parse(await readFile("node_modules/world-atlas/countries-50m.json", "utf8"));
  const { countries, land } = atlas.objects;
  const whole = feature(atlas, land);
  const ground = whole.type === "Feature" ? [whole] : whole.features;
  const borders = mesh(atlas, countries, (a, b) => a !== b);
  return {
    land: { type: "FeatureCollection", features: ground.map(({ geometry }) => plain("MultiPolygon", polygons(geometry))) },
    borders: plain("MultiLineString", borders.coordinates.map(unwrapped)),
    names: { type: "FeatureCollection", features: feature(atlas, countries).features.map(named) },
  };
}

function plain(type, coordinates) {
  return { type: "Feature", properties: {}, geometry: rounded({ type, coordinates }) };
}

function polygons({ type, coordinates }) {
  return (type === "Polygon" ? [coordinates] : coordinates).map((rings) => rings.map(unwrapped).map(closed));
}

// The atlas is made for the globe: its lines cross the date line. On the plane they run on past 180 degrees instead.
function unwrapped(line) {
  let shift = 0;
  return line.map(([x, y], i) => {
    const step = i ? x - line[i - 1][0] : 0;
    if (Math.abs(step) > 180) shift -= 360 * Math.sign(step);
    return [x + shift, y];
  });
}

// A ring around the pole, Antarctica's, ends a turn away from its start: it is closed along the map's lower edge.
function closed(ring) {
  const first = ring[0], last = ring[ring.length - 1];
  return Math.abs(last[0] - first[0]) > 180 ? [...ring, [last[0], -90], [first[0], -90], first] : ring;
}

// A hundredth of a degree, about a kilometre, is as fine as the 1:50m outlines are.
function rounded(data) {
  const text = JSON.stringify(data, (_, value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value));
  return JSON.parse(text);
}

// The name stands at the middle of the country's largest part.
function named({ properties, geometry }) {
  const [main] = polygons(geometry).map((rings) => middle(rings[0])).sort((a, b) => b.area - a.area);
  return {
    type: "Feature",
    properties: { name: properties.name, rank: -Math.round(main.area * 10) },
    geometry: { type: "Point", coordinates: main.at.map((number) => Math.round(number * 100) / 100) },
  };
}

// The centroid of a ring and its area in square degrees, by the shoelace formula.
function middle(ring) {
  let area = 0, x = 0, y = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    area += cross / 2;
    x += (ring[i][0] + ring[i + 1][0]) * cross;
    y += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  return { area: Math.abs(area), at: area ? [x / (6 * area), y / (6 * area)] : ring[0] };
}

async function licences(names) {
  const texts = await Promise.all(
    names.map(async (name) => {
      const file = name === "maplibre-gl" ? "LICENSE.txt" : "LICENSE";
      return `${name}\n\n${await readFile(join("node_modules", name, file), "utf8")}`;
    }),
  );
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}
