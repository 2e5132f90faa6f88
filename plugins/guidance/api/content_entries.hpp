// The entries of a content file of guidance: topics, steps of growing up, clocks, helpers and sources. Called by
// guidance_content, once for what comes with the program and once for the council's own file.
#pragma once

#include "app/server/json_fields.hpp"
#include "plugins/guidance/model/guidance_book.hpp"

namespace alongside::guidance {

// Every section may be missing.
GuidanceBook read_entries(server::JsonFields& file, server::JsonMistakes& mistakes);

}  // namespace alongside::guidance
