// clean_file(): what a family sent, without what it did not mean to send: the place, the time, the
// camera, a smaller picture of what was cut away, and whatever lies behind the picture's end. Pictures
// are not decoded: what describes them is taken apart, and only the parts that are needed to show them are
// put together again; of a recording, what is only words about it is blanked. A PDF is passed on as it is. Pure; called
// by AttachmentDesk and by the fuzzer.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/attachment.hpp"

#include <cstdint>
#include <span>

namespace alongside::server {

struct CleanFile {
  wire::MediaType type = wire::MediaType::Jpeg;
  Bytes bytes;
};

// The type is what the bytes say. InvalidInput "not_a_photo": none of these types, damaged, or of a kind
// that browsers do not show; "too_many_pixels".
Result<CleanFile> clean_file(std::span<const std::uint8_t> bytes);

}  // namespace alongside::server
