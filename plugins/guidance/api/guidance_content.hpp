// The guidance of one council: what comes with the program for its nation, with the council's own file laid over it.
//
//   {"helpers": [{"id": "advice", "name": {"en": …, "cy": …}, "what": …, "phone": "01632 960444"}],
//    "topics": […], "steps": […], "clocks": […], "sources": […], "leave_out": ["mediation"]}
//
// An entry takes the place of the one with its id, or comes after the others. Called by the feature when the
// configuration is read, so that a mistake is named before anybody is served.
#pragma once

#include "app/server/json_fields.hpp"
#include "plugins/guidance/model/guidance_book.hpp"

namespace alongside::guidance {

// Without a council's file. The content is ours: a fault in it is a fault of the program, and a test finds it.
GuidanceBook content_of(wire::Nation nation, server::JsonMistakes& mistakes);

// `file`: the council's own. Every mistake is noted, and the book is then not for use.
void lay_over(GuidanceBook& book, const server::JsonValue& file, server::JsonMistakes& mistakes);

}  // namespace alongside::guidance
