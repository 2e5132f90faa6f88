// write_rich_text: a RichText as plain HTML, marked as English, which is what feeds hold. Used by
// service_html, and without the mark by the cleaning of records.
#pragma once

#include "plugins/local_offer/model/rich_text.hpp"

namespace alongside::server {
class HtmlWriter;
}

namespace alongside::local_offer {

void write_rich_text(server::HtmlWriter& html, const RichText& rich);
void write_rich_blocks(server::HtmlWriter& html, const RichText& rich);

}  // namespace alongside::local_offer
