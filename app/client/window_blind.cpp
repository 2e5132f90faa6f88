#include "app/client/window.hpp"
#include "app/client/window_textures.hpp"

#include <imgui.h>

namespace alongside::client {
namespace {

class BlindWindow final : public Window {
 public:
  BlindWindow() { ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures; }

  void begin_frame(const WindowSize& size) override {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(size.width, size.height);
    io.DisplayFramebufferScale = ImVec2(size.dpr, size.dpr);
    io.DeltaTime = 1.0f / 60.0f;
  }
  void paint(const ui::Color& paper) override {
    (void)paper;
    call_textures_fine();
  }
  void shown_again() override {}
  void context_lost() override {}
  Result<void> context_restored() override { return {}; }
};

}  // namespace

std::unique_ptr<Window> open_blind_window() { return std::make_unique<BlindWindow>(); }

}  // namespace alongside::client
