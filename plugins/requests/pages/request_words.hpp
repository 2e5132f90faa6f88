// The words for a request: what it is, how it stands, how far it has come. Used by every screen of requests.
#pragma once

#include "plugins/requests/model/request_book.hpp"
#include "plugins/requests/model/request_rules.hpp"

#include <string>

namespace alongside {
class Host;
struct Route;
namespace ui {
class Ui;
}
}  // namespace alongside

namespace alongside::requests {

std::string kind_text(const ui::Ui& ui, RequestKind kind);
// "Short break: Saturday Stars", or its kind alone.
std::string title_text(const ui::Ui& ui, const FamilyRequest& request);
void status_ui(ui::Ui& ui, RequestStatus status);
// What happens next, in one sentence; empty when nothing does.
std::string next_text(const ui::Ui& ui, const BookRequest& one, Date today);
// Whether the day by which the council meant to answer has passed without an answer.
bool is_late(const BookRequest& one, Date today);
// "Saved on this device. It goes to us when there is a network." Empty when the council has it.
std::string progress_text(const ui::Ui& ui, Progress progress);
// What to put right in the words that were typed.
std::string fault_text(const ui::Ui& ui, RequestFault fault);
void sign_in_ui(ui::Ui& ui, const Route& here);
// What somebody can do who does not agree, or was not answered: whichever plugin knows that.
void complain_ui(ui::Ui& ui, const Host& host, const FamilyRequest& request);
// Whom to ring when it cannot wait: the council, when it is there, and who to ring in danger.
void urgent_ui(ui::Ui& ui, const Host& host);

}  // namespace alongside::requests
