import * as z from "zod/mini";

/** Whether somebody wishes neither to be photographed nor to be seen in what is published. */
export const photoWish = z.object({ noPhotos: z.boolean() });
