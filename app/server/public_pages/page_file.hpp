// page_file: one page for everybody to read, from a JSON file that the council's staff wrote. Every
// mistake is named by the path of its key. Called when the configuration is read.
//
//   {"title": {"en": …, "cy": …}, "lead": …, "updated": "2026-11-28",
//    "sections": [{"heading": …, "paragraphs": […], "points": […]}]}
//
// In every text, {council}, {phone}, {email}, {safeguarding_phone}, {money_years}, {answer_years} and
// {log_days} stand for what the configuration says, so that a number is written in one place only.
#pragma once

#include "app/server/council_config.hpp"
#include "app/server/json_fields.hpp"
#include "app/wire/messages/public_page.hpp"

#include <string_view>

namespace alongside::server {

wire::PublicPage read_public_page(const JsonValue& file, std::string_view id, const CouncilConfig& config,
                                  JsonMistakes& mistakes);

}  // namespace alongside::server
