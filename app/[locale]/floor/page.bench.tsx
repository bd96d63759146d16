import { connection } from "next/server";

/** The floor of pages made per request. Built for measurements alone (next.config.ts). */
export default async function EmptyDynamicPage() {
  await connection();
  return <p>–</p>;
}
