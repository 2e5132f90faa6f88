#include "app/server/offline_page.hpp"

#include "app/server/html_writer.hpp"

#include <string_view>

namespace alongside::server {
namespace {

struct Said {
  HtmlName element;
  std::string_view en;
  std::string_view cy;
};

}  // namespace

PageContent offline_page() {
  const Said sentences[] = {
      {"h1", "One moment", "Un eiliad"},
      {"p", "This opens from what your device has kept. You do not need the internet for it.",
       "Mae hwn yn agor o'r hyn y mae eich dyfais wedi'i gadw. Does dim angen y rhyngrwyd arnoch chi."},
      {"p", "You can always talk to a person. The number is at the top.",
       "Gallwch siarad â pherson bob amser. Mae'r rhif ar frig y dudalen."},
  };
  HtmlWriter html;
  for (const Said& said : sentences) {
    html.element(said.element, {{"class", "says"}, {"lang", "en"}}, said.en);
    html.element(said.element, {{"class", "says"}, {"lang", "cy"}}, said.cy);
  }
  return {"Alongside", html.take()};
}

}  // namespace alongside::server
