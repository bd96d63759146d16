"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const pauseMs = 700;

/** Reads the page again and again while it is shown. */
export function KeepLooking() {
  const { refresh } = useRouter();
  useEffect(() => {
    const timer = setInterval(refresh, pauseMs);
    return () => clearInterval(timer);
  }, [refresh]);
  return null;
}
