#include "plugins/requests/model/request_book.hpp"

#include "plugins/requests/model/request_rules.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace alongside::requests {
namespace {

// Lays one change over the book, unless the council's documents show it already: a document that has moved past the
// version which the person saw tells more than the change.
struct Layer {
  RequestBook& book;
  const BookChange& made;

  BookRequest* seen(DocumentId id) const {
    for (BookRequest& one : book.requests) {
      if (one.id == id) return one.version == made.base ? &one : nullptr;
    }
    return nullptr;
  }

  void operator()(const AskFor& ask) const {
    if (book.find(ask.id) != nullptr) return;
    book.requests.push_back({ask.id, {}, made.subject, request_of(ask, made.day, Date()), made.progress});
  }

  void operator()(const AddWords& add) const {
    BookRequest* one = seen(add.request);
    if (one == nullptr) return;
    add_words(one->request, add.words, made.day);
    one->version = made.base.after(made.id);
    one->progress = made.progress;
  }

  void operator()(const TakeBack& back) const {
    BookRequest* one = seen(back.request);
    if (one == nullptr || !is_open(one->request.status())) return;
    take_back(one->request, made.day);
    one->version = made.base.after(made.id);
    one->progress = made.progress;
  }
};

}  // namespace

const BookRequest* RequestBook::find(DocumentId id) const {
  const auto found =
      std::find_if(requests.begin(), requests.end(), [&](const BookRequest& one) { return one.id == id; });
  return found == requests.end() ? nullptr : &*found;
}

RequestBook apply_changes(RequestBook book, std::span<const BookChange> changes) {
  for (const BookChange& change : changes) {
    if (change.progress == Progress::Refused)
      book.refused.push_back(change);
    else
      std::visit(Layer{book, change}, change.change);
  }
  std::sort(book.requests.begin(), book.requests.end(), [](const BookRequest& a, const BookRequest& b) {
    return std::tie(b.request.asked_on, a.id) < std::tie(a.request.asked_on, b.id);
  });
  return book;
}

}  // namespace alongside::requests
