#include "app/client/window_shown_frame.hpp"

#include <imgui.h>
#include <bit>
#include <cstddef>
#include <cstring>

namespace alongside::client {
namespace {

// Each step multiplies by an odd number and folds the high half down, so that no two different words at one
// place give the same sum (both steps can be undone). Eight bytes at a time: a full screen is 100 KB.
class Sum {
 public:
  void word(std::uint64_t value) {
    sum_ = (sum_ ^ value) * 0x9e3779b97f4a7c15;
    sum_ ^= sum_ >> 32;
  }

  void bytes(const void* from, std::size_t size) {
    word(size);
    const auto* at = static_cast<const std::byte*>(from);
    for (; size >= sizeof(std::uint64_t); size -= sizeof(std::uint64_t), at += sizeof(std::uint64_t))
      part(at, sizeof(std::uint64_t));
    if (size > 0) part(at, size);
  }

  std::uint64_t value() const { return sum_; }

 private:
  void part(const std::byte* at, std::size_t size) {
    std::uint64_t value = 0;
    std::memcpy(&value, at, size);
    word(value);
  }

  std::uint64_t sum_ = 1;
};

bool texture_waits(const ImDrawData& data) {
  for (const ImTextureData* texture : *data.Textures) {
    if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) return true;
  }
  return false;
}

void add(Sum& sum, const ImDrawList& list) {
  sum.bytes(list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
  sum.bytes(list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
  for (const ImDrawCmd& command : list.CmdBuffer) {
    sum.bytes(&command.ClipRect, sizeof command.ClipRect);
    sum.word(command.GetTexID());
    sum.word(command.ElemCount);
  }
}

}  // namespace

bool ShownFrame::differs(const ImDrawData& data, const ui::Color& paper) {
  if (texture_waits(data)) {
    forget();
    return true;
  }
  Sum sum;
  sum.bytes(&data.DisplaySize, sizeof data.DisplaySize);
  sum.bytes(&data.FramebufferScale, sizeof data.FramebufferScale);
  sum.word(std::bit_cast<std::uint32_t>(paper));
  for (const ImDrawList* list : data.CmdLists) add(sum, *list);
  const bool same = sum.value() == sum_;
  sum_ = sum.value();
  return !same;
}

}  // namespace alongside::client
