// WorkStore: whom the family employs, their hours, and the figures of the law, for the screens. Works the book out anew
// only when the records have changed. Owned by the plugin, shared by its pages and its summary.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/employing/model/work_book.hpp"

#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::employing {

// What the person who is signed in may do with somebody's worker. A helper such as a payroll service often only looks.
enum class Hand : std::uint8_t { Change, LookOnly };

enum class FiguresState : std::uint8_t { Waiting, Ready, Missing, Failed };

class WorkStore {
 public:
  explicit WorkStore(Host& host) : host_(host) {}

  bool is_signed_in() const;
  // Whether this person is somebody's parent, carer, or the young person: a helper employs nobody in their name.
  bool may_employ() const;
  // As far as this device knows: where it does not, the council says.
  Hand hand_of(const BookWorker& one) const;
  // "These are Sam's workers. You may look." Nothing where one may change them.
  void look_only_ui(ui::Ui& ui, const BookWorker& one) const;
  const WorkBook& book();
  std::string name_of_child(const wire::Subject& subject) const;  // empty when not known

  // Asked for once, when a page first needs them; kept by the device for when there is no network.
  FiguresState figures_state();
  const PayFigures& figures() const { return figures_; }
  void ask_again();

 private:
  void ask();
  const wire::FamilyPerson* owner_of(const BookWorker& one) const;  // null: one's own, or not known

  Host& host_;
  std::uint64_t edition_ = 0;
  bool is_fresh_ = false;
  WorkBook book_;
  bool has_asked_ = false;
  FiguresState state_ = FiguresState::Waiting;
  PayFigures figures_;
};

}  // namespace alongside::employing
