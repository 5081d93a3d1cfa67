"use client";

import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { FocusKeeper } from "@/app/_components/ui/focus-keeper";
import { EarlyPresses } from "@/app/_components/ui/hydration/early-presses";
import { theme } from "./theme";

interface AppProviderProps {
  nonce: string | undefined;
  children: ReactNode;
}

export function AppProvider({ nonce, children }: AppProviderProps) {
  return (
    <MantineProvider
      theme={theme}
      // mantine-variables.css has them; and no page uses the classes for widths of the window.
      withCssVariables={false}
      withGlobalClasses={false}
      defaultColorScheme="auto"
      {...(nonce !== undefined && { getStyleNonce: () => nonce })}
    >
      {children}
      <FocusKeeper />
      <EarlyPresses />
    </MantineProvider>
  );
}
