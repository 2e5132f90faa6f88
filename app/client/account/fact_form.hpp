// FactForm: one text about a child, such as the school: written, kept as a draft while it is typed,
// saved, and asked about when somebody changed it meanwhile. Owned by AboutUsPage.
#pragma once

#include "app/plugin_api/records.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/session.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace alongside::client {

class FactForm {
 public:
  FactForm(const wire::FamilyChild& child, wire::Facet facet, PersonId person);

  void draw_ui(ui::Ui& ui, Records& records, std::function<void()> wake);

 private:
  // What is there: the council's document, and over it what this device has not shown yet.
  struct Present {
    DocumentId id;
    wire::Version version;
    std::string text;        // as it stands, own unsent changes included
    std::string at_council;  // as the council's document says
    const PendingChange* last = nullptr;
    const PendingChange* conflict = nullptr;
    bool is_not_taken = false;  // what was last saved in this form: refused, or a conflict
  };
  enum class Problem : std::uint8_t { None, NoRoom, NotKept };
  // Shared with the callback of a save, which may come when the page is gone.
  struct State {
    std::string text;
    bool touched = false;  // the person typed what is not saved
    wire::Version seen;    // what stood there when they began
    Problem problem = Problem::None;
    OperationId saved;  // nil: nothing yet, in this form
  };

  Present present(const Records& records) const;
  void field_ui(ui::Ui& ui, Records& records, const Present& present, const std::function<void()>& wake);
  void state_ui(ui::Ui& ui, const Present& present);
  void conflict_ui(ui::Ui& ui, Records& records, const Present& present);
  void save(Records& records, const Present& present, std::string text, const std::function<void()>& wake);
  std::string draft_key() const;

  wire::Subject subject_;
  wire::Facet facet_;
  PersonId person_;
  std::shared_ptr<State> state_ = std::make_shared<State>();
  bool draft_read_ = false;
};

}  // namespace alongside::client
