"use client";

import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { bringToPart } from "@/app/_components/ui/bring-to-part";

/** The row that the address asks for (`?row=`), as comments link to it: it is brought into view and takes the focus. */
export function useAskedRow(): void {
  const asked = useSearchParams().get("row");
  useEffect(() => {
    if (asked === null) return;
    return bringToPart(() =>
      [...document.querySelectorAll<HTMLElement>("[data-line]")].find((row) => row.dataset.line === asked),
    );
  }, [asked]);
}
