"""Reads SARIF by the classes of python3-sarif-python-om, which Microsoft generated from the standard: an unknown or missing property ends it."""
import json
import sys

import attr
import sarif_om

# Which class a property holds; of an array, each element.
CLASSES = {
    "runs": "Run", "tool": "Tool", "driver": "ToolComponent", "rules": "ReportingDescriptor",
    "shortDescription": "MultiformatMessageString", "fullDescription": "MultiformatMessageString", "help": "MultiformatMessageString",
    "defaultConfiguration": "ReportingConfiguration", "automationDetails": "RunAutomationDetails", "SRCROOT": "ArtifactLocation",
    "invocations": "Invocation", "toolExecutionNotifications": "Notification", "message": "Message", "description": "Message",
    "results": "Result", "locations": "Location", "relatedLocations": "Location", "physicalLocation": "PhysicalLocation",
    "logicalLocations": "LogicalLocation", "artifactLocation": "ArtifactLocation", "region": "Region", "deletedRegion": "Region",
    "fixes": "Fix", "artifactChanges": "ArtifactChange", "replacements": "Replacement", "insertedContent": "ArtifactContent",
    "suppressions": "Suppression",
}
# The classes are older than the standard in one name.
RENAMED = {"Suppression": {"state": "status"}}
# Properties whose names are free.
FREE = {"properties", "partialFingerprints", "originalUriBaseIds"}
read = 0


def check(value, name, where):
    global read
    if isinstance(value, list):
        for item in value:
            check(item, name, where)
        return
    if not isinstance(value, dict):
        return
    if name not in FREE:
        fields = attr.fields(getattr(sarif_om, CLASSES[name]))
        names = RENAMED.get(CLASSES[name], {})
        called = [field.metadata["schema_property_name"] for field in fields]
        known = {names.get(key, key): field for key, field in zip(called, fields)}
        unknown = set(value) - set(known)
        missing = {key for key, field in known.items() if field.default is attr.NOTHING} - set(value)
        assert not unknown and not missing, f"{where}: unknown {unknown}, missing {missing}"
        read += 1
    for key, item in value.items():
        check(item, key, f"{where}/{key}")


for document in sys.argv[1:]:
    with open(document, encoding="utf-8") as file:
        log = json.load(file)
    assert set(log) == {"$schema", "version", "runs"}, document
    check(log["runs"], "runs", document)
print(f"{len(sys.argv) - 1} documents, {read} objects")
