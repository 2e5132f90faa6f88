#include "app/ui/fonts.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace alongside::ui {
namespace {

std::size_t index_of(FontFace face) { return static_cast<std::size_t>(face); }

std::uint32_t big_endian(std::span<const std::uint8_t> bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 8 | bytes[at + static_cast<std::size_t>(i)];
  return value;
}

// Where a table of the font begins, when all of its first `size` bytes are there.
std::optional<std::size_t> table_at(std::span<const std::uint8_t> ttf, std::uint32_t tag, std::size_t size) {
  if (ttf.size() < 12) return std::nullopt;
  const std::uint32_t tables = big_endian(ttf, 4, 2);
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t entry = 12 + i * 16;
    if (entry + 16 > ttf.size()) return std::nullopt;
    if (big_endian(ttf, entry, 4) != tag) continue;
    const std::size_t offset = big_endian(ttf, entry + 8, 4);
    if (offset > ttf.size() || ttf.size() - offset < size) return std::nullopt;
    return offset;
  }
  return std::nullopt;
}

}  // namespace

Result<float> height_per_em(std::span<const std::uint8_t> ttf) {
  const auto head = table_at(ttf, 0x68656164, 54);
  const auto hhea = table_at(ttf, 0x68686561, 36);
  if (!head || !hhea) return Error{ErrorCode::InvalidInput, "not a TrueType font"};
  const auto units = static_cast<float>(big_endian(ttf, *head + 18, 2));
  const auto ascent = static_cast<float>(static_cast<std::int16_t>(big_endian(ttf, *hhea + 4, 2)));
  const auto descent = static_cast<float>(static_cast<std::int16_t>(big_endian(ttf, *hhea + 6, 2)));
  const float height = (ascent - descent) / std::max(units, 1.0f);
  if (height < 0.5f || height > 4) return Error{ErrorCode::InvalidInput, "font metrics out of range"};
  return height;
}

Result<void> Fonts::load(FontFace face, std::span<const std::uint8_t> ttf) {
  const float height = ALONGSIDE_TRY(height_per_em(ttf));
  Loaded loaded;
  loaded.bytes.assign(ttf.begin(), ttf.end());
  loaded.height_per_em = height;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  loaded.font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(loaded.bytes.data(), static_cast<int>(loaded.bytes.size()),
                                                           18, &config);
  if (loaded.font == nullptr) return Error{ErrorCode::InvalidInput, "the font cannot be read"};
  Loaded& kept = faces_[index_of(face)];
  if (kept.font != nullptr) ImGui::GetIO().Fonts->RemoveFont(kept.font);
  kept = std::move(loaded);
  ++edition_;
  return {};
}

bool Fonts::has(FontFace face) const { return faces_[index_of(face)].font != nullptr; }

float Fonts::imgui_size(FontFace face, float css_size) const {
  return std::round(css_size * faces_[index_of(face)].height_per_em);
}

float Fonts::css_size(FontFace face, float css_size) const {
  return imgui_size(face, css_size) / faces_[index_of(face)].height_per_em;
}

ImFont* Fonts::font(FontFace face) const {
  if (ImFont* own = faces_[index_of(face)].font) return own;
  if (ImFont* regular = faces_[index_of(FontFace::Regular)].font) return regular;
  return ImGui::GetFont();
}

float Fonts::width(FontFace face, float css_size, std::string_view text) const {
  ImFontBaked* baked = font(face)->GetFontBaked(imgui_size(face, css_size));
  float width = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    unsigned int letter = 0;
    at += std::max(1, ImTextCharFromUtf8(&letter, at, end));
    width += baked->GetCharAdvance(static_cast<ImWchar>(letter));
  }
  return width;
}

}  // namespace alongside::ui
