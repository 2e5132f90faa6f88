// The pages that everybody may read, signed in or not: accessibility statement, privacy notices,
// licences. Read with the configuration, from the folder "pages" beside the council's file; served as a
// message for the shell (GET /api/pages/{id}) and as HTML without scripts. Called by council_config and site.
#pragma once

#include "app/server/access/access_table.hpp"
#include "app/server/council_config.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "app/server/router.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

struct PublicPageAddress {
  std::string_view id;    // the name of its file and in /api/pages/
  std::string_view path;  // in the address bar; app/client/public_page.cpp has the same ones
  Sentence name;          // of the link to it
};

inline constexpr std::array public_page_addresses{
    PublicPageAddress{
        "accessibility",
        "/accessibility",
        {"Can everybody use this? Our accessibility statement", "A all pawb ddefnyddio hwn? Ein datganiad hygyrchedd"}},
    PublicPageAddress{
        "privacy", "/privacy", {"What we know about you, and why", "Beth rydym yn ei wybod amdanoch chi, a pham"}},
    PublicPageAddress{"privacy-young",
                      "/privacy/young-people",
                      {"For children and young people: what we know about you",
                       "I blant a phobl ifanc: beth rydym yn ei wybod amdanoch chi"}},
    // Its range of services is added by whoever has the local offer, at the same address.
    PublicPageAddress{
        "short-breaks",
        "/short-breaks",
        {"Short breaks: what there is and who can have them", "Seibiannau byr: beth sydd ar gael a phwy all eu cael"}},
    // Ours, where the council has not written its own (leaving_page.hpp).
    PublicPageAddress{"leaving", "/leaving", {"How to leave this site quickly", "Sut i adael y safle hwn yn gyflym"}},
    PublicPageAddress{"licences", "/licences", {"What Alongside is made of", "O beth mae Alongside wedi'i wneud"}},
};

// Those of `folder` that are there. A page that is not written yet is no mistake: its address then says so.
std::vector<wire::PublicPage> read_public_pages(const std::string& folder, const CouncilConfig& config,
                                                JsonMistakes& mistakes);

// A feature's own file in that folder, "guidance.json"; nothing when it is not there or cannot be read, which is noted.
std::optional<JsonValue> read_own_file(const CouncilConfig& config, std::string_view name, JsonMistakes& mistakes);

void add_public_pages(Router& router, PageRouter& pages, const CouncilConfig& config);
void public_pages_access(AccessTable& table);

}  // namespace alongside::server
