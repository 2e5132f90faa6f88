// The one Dear ImGui context, and its two calls around a frame. Kept apart so that only the window
// and ui files see imgui.h. Used by Application and main.
#pragma once

namespace alongside::client {

void imgui_create();
void imgui_new_frame();
void imgui_render();

}  // namespace alongside::client
