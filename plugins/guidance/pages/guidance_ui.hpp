// What the pages of guidance share: sentences in the person's wording, facts with the services to look for beside them,
// helpers, sources, and what is said while nothing is there.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/ui/ui.hpp"
#include "plugins/guidance/model/guidance_book.hpp"
#include "plugins/guidance/pages/guidance_store.hpp"

#include <string>
#include <vector>

namespace alongside::guidance {

// Easy to read where somebody chose that and it is written.
const std::string& text_of(const ui::Words& words, const Sentence& sentence);

// The book; or null, and why is on the screen.
const GuidanceBook* book_ui(ui::Ui& ui, GuidanceStore& store);

// `age`: of the person for whom services are looked for; 0: any.
void facts_ui(ui::Ui& ui, const Host& host, ui::Key key, const std::string& name, const std::vector<Fact>& facts,
              int age);
void helper_ui(ui::Ui& ui, const Host& host, ui::Key key, const Helper& helper);
void sources_ui(ui::Ui& ui, const GuidanceBook& book, const std::vector<const Source*>& sources);
// A card for each that leads to its page. `query` goes with it: what somebody came from.
void topics_ui(ui::Ui& ui, const Host& host, std::string_view folder, const std::vector<Topic>& topics,
               std::string_view about);

}  // namespace alongside::guidance
