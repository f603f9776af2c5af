/* Reads the description of the API as OpenAPI, by Redocly's recommended rules: the other half of
   tests/audit/openapi.py, which names the file and hears on standard output what is wrong with it. */

import { createConfig, lint } from "@redocly/openapi-core";

const config = await createConfig({ extends: ["recommended"] });
const problems = await lint({ ref: process.argv[2], config });
const faults = problems.map(({ ruleId, message, location: [at] }) => ({
  rule: ruleId,
  message,
  at: at?.pointer ?? "#/",
}));
process.stdout.write(JSON.stringify(faults));
