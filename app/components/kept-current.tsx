import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const EVERY_MS = 30_000;

/** Looks the page up again every half minute while it is on the screen, and when somebody comes back to it. */
export function KeptCurrent() {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible" && state === "idle") revalidate();
    };
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [revalidate, state]);
  return null;
}
