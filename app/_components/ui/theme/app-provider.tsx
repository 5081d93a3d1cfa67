"use client";

import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { FocusKeeper } from "@/app/_components/ui/focus-keeper";
import { cssVariablesResolver, theme } from "./theme";

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
      <FocusKeeper />
    </MantineProvider>
  );
}
