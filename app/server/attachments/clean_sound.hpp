// The cleaners of the two types of recording that browsers make: WebM and MP4, with sound alone. Nothing is decoded:
// the parts of which the file is made are walked through, what is only words about it is blanked where it stands, and a
// file with pictures in it, or one that does not end where its parts do, is refused. Called by clean_file() alone.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"

#include <cstdint>
#include <span>

namespace alongside::server {

Result<Bytes> clean_webm(std::span<const std::uint8_t> bytes);
Result<Bytes> clean_mp4(std::span<const std::uint8_t> bytes);

}  // namespace alongside::server
