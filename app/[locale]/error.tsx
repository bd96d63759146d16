"use client";

import { Failure } from "#components/failure.tsx";

export default function PageFailed({ retry }: { error: unknown; retry: () => void }) {
  return <Failure retry={retry} />;
}
