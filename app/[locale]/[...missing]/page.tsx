import { MissingPage } from "../missing-page.tsx";

// Made like a public page for its policy, but not kept: there is no end of addresses without a page.
export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** Whatever has no page answers in the language of its address. */
export default MissingPage;
