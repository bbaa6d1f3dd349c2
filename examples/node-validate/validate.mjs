// Loads digests in Node by schemas/digest.schema.json alone, without any code of reportsum.
//
//   npm ci && node validate.mjs DIGEST.json [DIGEST.json …] [--source REPORT.txt]
//
// Prints what each digest holds; with --source it also checks every quote and figure against the report's text.
// Ends with 1 when a digest does not meet the schema or points at other words than it quotes.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    schema: { type: "string", default: new URL("../../schemas/digest.schema.json", import.meta.url).pathname },
    source: { type: "string" },
  },
});
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(values.schema, "utf8")));

// Offsets count Unicode code points, JavaScript strings count UTF-16 units: spread the text once, then slice.
const points = values.source ? [...new TextDecoder("utf-8", { ignoreBOM: false }).decode(readFileSync(values.source))] : null;
const wrongPlaces = (digest) =>
  [...digest.achievements, ...digest.targets, ...digest.risks]
    .flatMap((item) => [...item.evidence.map((place) => [place.quote, place]), ...item.figures.map((figure) => [figure.text, figure])])
    .filter(([words, { start, end }]) => points.slice(start, end).join("") !== words);

let failures = 0;
for (const path of positionals) {
  const digest = JSON.parse(readFileSync(path, "utf8"));
  if (!validate(digest)) {
    failures += 1;
    for (const { instancePath, message } of validate.errors.slice(0, 5)) console.error(`${path}: ${instancePath || "/"} ${message}`);
    continue;
  }
  const { report, achievements, targets, risks, coverage } = digest;
  console.log(`${digest.id}: valid; ${report.place ?? "?"} ${report.period?.label ?? "?"}`);
  console.log(`  ${achievements.length} achievements, ${targets.length} targets, ${risks.length} risks, ${coverage.figures} figures`);
  if (points) {
    const wrong = wrongPlaces(digest);
    failures += wrong.length ? 1 : 0;
    console.log(wrong.length ? `  ${wrong.length} places do not hold their words` : "  every quote and figure stands where it says");
  }
}
process.exitCode = failures ? 1 : 0;
