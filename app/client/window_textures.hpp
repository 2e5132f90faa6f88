// Dear ImGui's font textures live in the graphics context; these two say what became of them when a
// context is gone or was never there. Called by the windows only.
#pragma once

namespace alongside::client {

// The next frame uploads every texture again.
void want_textures_anew();

// Nothing uploads textures: says that all are fine, so that text can be measured.
void call_textures_fine();

}  // namespace alongside::client
