"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const pauseMs = 700;

/** Reads the page again and again while it is shown; without JavaScript by the browser itself. */
export function KeepLooking() {
  const { refresh } = useRouter();
  useEffect(() => {
    const timer = setInterval(refresh, pauseMs);
    return () => clearInterval(timer);
  }, [refresh]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="2" />
    </noscript>
  );
}
