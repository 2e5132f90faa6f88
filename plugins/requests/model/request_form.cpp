#include "plugins/requests/model/request_form.hpp"

namespace alongside::requests {

RequestKind kind_named(std::string_view name) {
  for (const RequestKind kind : {RequestKind::ShortBreak, RequestKind::Assessment, RequestKind::CarerAssessment}) {
    if (name_of(kind) == name) return kind;
  }
  return RequestKind::SomethingElse;
}

}  // namespace alongside::requests
