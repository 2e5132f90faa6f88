#include "app/client/window_textures.hpp"

#include <imgui.h>

namespace alongside::client {

void want_textures_anew() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_Destroyed) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_WantCreate);
  }
}

void call_textures_fine() {
  constexpr ImTextureID any_id = 1;
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(any_id);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace alongside::client
