import { createContext, useContext } from "react";

/**
 * The nonce that lets this response's own scripts run. Browsers blank the attribute once the page is parsed,
 * so that the empty default is what React finds when it hydrates.
 */
export const NonceContext = createContext("");

export function useNonce(): string {
  return useContext(NonceContext);
}
