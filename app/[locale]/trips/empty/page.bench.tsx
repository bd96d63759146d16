import { keepWithoutFacts } from "#app/_server/cached.ts";

// The floor of pages kept for all: what one with nothing on it costs. Below /trips/, where the proxy leaves
// pages to the page cache. Built for measurements alone (next.config.ts).
export const dynamic = "force-static";
export const generateStaticParams = () => [];

export default async function EmptyStaticPage() {
  await keepWithoutFacts();
  return <p>–</p>;
}
