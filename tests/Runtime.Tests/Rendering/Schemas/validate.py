"""Validates documents against a JSON schema with python3-jsonschema: validate.py SCHEMA DOCUMENT..."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
wrong = 0
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        for error in validator.iter_errors(json.load(file)):
            print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
            wrong += 1
print(f"{len(sys.argv) - 2} documents, {wrong} errors")
sys.exit(wrong > 0)
