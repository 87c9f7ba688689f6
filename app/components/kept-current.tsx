import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { WarningText } from "./callout";

const EVERY_MS = 30_000;
const ANSWERED_WITHIN_MS = 15_000;

/**
 * Looks the page up again every half minute while it is on the screen, and when somebody comes back to it. Where Greenroom
 * cannot be reached, or is too busy, the page stays and says from when it is: on the day, an old sheet is better than none.
 */
export function KeptCurrent({ madeAt }: { madeAt: string }) {
  const { revalidate, state } = useRevalidator();
  const [outOfReach, setOutOfReach] = useState(false);
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== "visible" || state !== "idle") return;
      const reached = await isReached();
      setOutOfReach(!reached);
      if (reached) revalidate();
    };
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [revalidate, state]);
  return (
    <div role="status">
      {outOfReach ? (
        <WarningText>
          Greenroom cannot be reached from here, so this page may be out of date. It is from {madeAt}.
        </WarningText>
      ) : null}
    </div>
  );
}

/**
 * Whether Greenroom answers to this page just now: a look-up that fails would put a page about that in its place. A page
 * that is theirs to see no more is an answer.
 */
async function isReached(): Promise<boolean> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), ANSWERED_WITHIN_MS);
  try {
    const { status } = await fetch(window.location.href, { signal: waiting.signal });
    return status < 500 && status !== 429;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
