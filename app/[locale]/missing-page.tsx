import { answerNotFound } from "#app/_server/cached.ts";
import NotFound from "./not-found.tsx";

/**
 * "Not found" with status 404, for a public page to return in place of itself. Unlike `notFound()`, whose
 * text arrives only with JavaScript, it is in the HTML.
 */
export async function MissingPage() {
  await answerNotFound();
  return (
    <>
      <meta name="robots" content="noindex" />
      <NotFound />
    </>
  );
}
