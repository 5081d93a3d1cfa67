import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { inputList } from "@/lib/model/inputs";
import { doorsOf } from "@/test/doors";
import { apiDocument } from "./document";

const document = JSON.parse(JSON.stringify(apiDocument("https://peerbalance.example.org")));

describe("the API's document", () => {
  it("is valid OpenAPI 3.1 by another's validator", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  it("names every method of every route, and no other", () => {
    const others = ["/api/v1/[...path]", "/api/v1/openapi.json", "/api/v1/schemas/model.json"];
    const answered = doorsOf("route").flatMap(({ name, methods = [] }) =>
      name.startsWith("/api/v1/") && !others.includes(name)
        ? methods.map((method) => `${method} ${name.replace("/api/v1", "").replaceAll(/\[(\w+)\]/g, "{$1}")}`)
        : [],
    );
    const described = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(answered.length).toBeGreaterThan(5);
    expect(described.sort()).toEqual(answered.sort());
  });

  it("gives each input's bounds as they are declared", () => {
    const { properties } = document.components.schemas.Inputs;
    expect(Object.keys(properties).sort()).toEqual(inputList.map(({ key }) => key).sort());
    // inputs.csv: serverLifeMonths, Life of a server, 60 months, 6 to 180.
    expect(properties.serverLifeMonths).toMatchObject({ minimum: 6, maximum: 180 });
    expect(properties.serverLifeMonths.description).toContain("60 where it is not given");
  });
});
