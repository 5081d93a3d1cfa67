"use client";

import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { config } from "zod/v4/core";
import { cssVariablesResolver, theme } from "./theme";

// Otherwise zod tries `new Function` once, which the Content-Security-Policy reports.
config({ jitless: true });

interface AppProviderProps {
  nonce: string | undefined;
  children: ReactNode;
}

export function AppProvider({ nonce, children }: AppProviderProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      {...(nonce !== undefined && { getStyleNonce: () => nonce })}
    >
      {children}
    </MantineProvider>
  );
}
