// The settings of Dear ImGui that Frame relies on. Called by the client and the test harness once,
// after ImGui::CreateContext().
#pragma once

namespace alongside::ui {

void setup_imgui();

}  // namespace alongside::ui
