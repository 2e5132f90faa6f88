#include "plugins/requests/model/request_form.hpp"

namespace alongside::requests {
namespace {

RequestKind kind_named(std::string_view name) {
  for (const RequestKind kind : {RequestKind::ShortBreak, RequestKind::Assessment, RequestKind::CarerAssessment}) {
    if (name_of(kind) == name) return kind;
  }
  return RequestKind::SomethingElse;
}

}  // namespace

AskFor ask_of(const RequestForm& form, DocumentId id) {
  AskFor ask;
  ask.id = id;
  ask.kind = kind_named(form.kind);
  const auto service = ServiceId::parse(form.service);
  if (service.ok()) ask.service = service.value();
  ask.service_name = form.service_name;
  ask.needs = form.needs;
  ask.when = form.when;
  ask.contact = form.contact;
  return ask;
}

}  // namespace alongside::requests
