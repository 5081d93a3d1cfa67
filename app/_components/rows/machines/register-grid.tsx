"use client";

import type { ComponentProps } from "react";
import type { RowTexts } from "@/app/_components/inputs/rows/row-text";
import { RowGrid } from "../row-grid";

type RegisterGridProps = Omit<ComponentProps<typeof RowGrid<"register">>, "table" | "keys" | "taken">;

const keys = ["label", "what", "count", "equivalents", "ageMonths", "pricePaid", "watts"];
const taken = ({ what }: RowTexts): Record<string, string> => (what === "network" ? {} : { equivalents: "1" });

/** The register as a table to type in. */
export function RegisterGrid(props: RegisterGridProps) {
  return <RowGrid table="register" keys={keys} taken={taken} {...props} />;
}
