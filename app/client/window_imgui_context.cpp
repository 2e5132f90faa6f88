#include "app/client/imgui_context.hpp"

#include "app/ui/imgui_setup.hpp"

#include <imgui.h>

namespace alongside::client {

void imgui_create() {
  ImGui::CreateContext();
  ui::setup_imgui();
}

void imgui_new_frame() { ImGui::NewFrame(); }

void imgui_render() { ImGui::Render(); }

}  // namespace alongside::client
