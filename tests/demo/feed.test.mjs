// The demo council's local offer is what people judge Alongside by: these tests hold it to its word.
// Run by the suite "demo"; reads assets/demo/northmere/offer only.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const folder = new URL("../../assets/demo/northmere/offer/", import.meta.url).pathname;
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const services = readdirSync(join(folder, "services")).map((name) => read(join("services", name)));
const terms = (service, taxonomy) =>
  (service.attributes ?? []).map((it) => it.taxonomy_term).filter((it) => it.taxonomy === taxonomy).map((it) => it.name);

// Everything a reader of the offer would read, cut into sentences.
function sentences(service) {
  const texts = [
    service.description, service.alert, service.eligibility_description, service.application_process,
    ...(service.schedules ?? []).map((it) => it.description),
    ...(service.cost_options ?? []).map((it) => it.amount_description),
  ];
  return texts.filter(Boolean).flatMap((text) =>
    text.replace(/<[^>]+>/g, "\n").split(/\n+|(?<=[.!?])\s+/).map((it) => it.trim().toLowerCase()).filter((it) => it.length > 12));
}

test("there are at least 150 services, over every kind of short break and all three tiers", () => {
  assert.ok(services.length >= 150, `${services.length} services`);
  const tiers = new Set(services.flatMap((it) => terms(it, "tier").map((name) => name.toLowerCase())));
  assert.deepEqual([...tiers].sort(), ["specialist", "targeted", "universal"]);
  const kinds = new Set(services.flatMap((it) => terms(it, "short-break-kind").map((name) => name.toLowerCase())));
  for (const kind of ["holiday activities", "day care", "one-to-one support", "home and personal care",
    "family-based overnight", "residential overnight", "emergency cover", "transport", "preparing for adulthood"]) {
    assert.ok(kinds.has(kind), `no service of kind ${kind}`);
  }
});

test("no sentence stands in more than three services", () => {
  const seen = new Map();
  for (const service of services) {
    for (const sentence of new Set(sentences(service))) seen.set(sentence, (seen.get(sentence) ?? 0) + 1);
  }
  assert.ok(seen.size > 1000, `only ${seen.size} different sentences`);
  assert.deepEqual([...seen].filter(([, count]) => count > 3), []);
});

test("every location lies on the council's own ground", () => {
  for (const service of services) {
    for (const { location } of service.service_at_locations ?? []) {
      assert.ok(location.latitude > 52.7 && location.latitude < 53.1, `${service.name}: ${location.latitude}`);
      assert.ok(location.longitude > -3.2 && location.longitude < -2.6, `${service.name}: ${location.longitude}`);
    }
  }
});

test("the dates on which services were checked are honest: some old, some missing, none in the future", () => {
  const dates = services.map((it) => it.assured_date).filter(Boolean);
  assert.ok(dates.length < services.length, "every service claims to have been checked");
  assert.ok(dates.every((it) => it <= "2026-11-22"));
  assert.ok(dates.some((it) => it < "2025-11-22"));
});

test("pages and services tell of the same services", () => {
  const pages = readdirSync(folder).filter((name) => name.endsWith(".json")).map(read);
  const listed = pages.flatMap((page) => page.contents.map((it) => it.id)).sort();
  assert.deepEqual(listed, services.map((it) => it.id).sort());
  for (const page of pages) assert.equal(page.total_items, services.length);
});

test("no phone, address or email could be anybody's", () => {
  const text = services.map((it) => JSON.stringify(it)).join("\n");
  for (const [phone] of text.matchAll(/\b0\d{3,4}[ -]?\d{5,6}\b/g)) assert.match(phone, /^01632 960\d{3}$/);
  for (const [email] of text.matchAll(/[\w.+-]+@[\w.-]+/g)) assert.match(email, /\.example$/);
});
