// The build alone, for images.
import { build } from './build.mjs';

await build();
