"""Holds a bill of materials against an unpacked image: judge.py DOCUMENT FOLDER. Says what it found wrong, and for each package its files."""
import hashlib
import json
import os
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    document = json.load(file)
folder = sys.argv[2]
wrong = []
files = {file["SPDXID"]: file for file in document["files"]}
packages = {package["SPDXID"]: package for package in document["packages"]}
if len(files) != len(document["files"]) or len(packages) != len(document["packages"]) or files.keys() & packages.keys():
    wrong.append("an identifier stands twice")

for file in files.values():
    with open(os.path.join(folder, file["fileName"]), "rb") as content:
        content = content.read()
    known = {checksum["algorithm"]: checksum["checksumValue"] for checksum in file["checksums"]}
    if known != {"SHA1": hashlib.sha1(content).hexdigest(), "SHA256": hashlib.sha256(content).hexdigest()}:
        wrong.append(f"the checksums of {file['fileName']}")

contained = {name: [] for name in packages}
owners = {}
for relationship in document["relationships"]:
    if relationship["relationshipType"] == "DESCRIBES":
        if (relationship["spdxElementId"], relationship["relatedSpdxElement"]) != ("SPDXRef-DOCUMENT", document["packages"][0]["SPDXID"]):
            wrong.append("what the document describes")
    elif relationship["relatedSpdxElement"] in files:
        contained[relationship["spdxElementId"]].append(files[relationship["relatedSpdxElement"]])
        owners.setdefault(relationship["relatedSpdxElement"], []).append(relationship["spdxElementId"])
    elif relationship["relatedSpdxElement"] not in packages:
        wrong.append(f"nothing is called {relationship['relatedSpdxElement']}")
if sorted(owners) != sorted(files) or any(len(owner) != 1 for owner in owners.values()):
    wrong.append("a file is in no package, or in several")

for name, package in packages.items():
    # SPDX 2.3, clause 7.9.4.
    sums = sorted(checksum["checksumValue"] for file in contained[name] for checksum in file["checksums"] if checksum["algorithm"] == "SHA1")
    code = hashlib.sha1("".join(sums).encode()).hexdigest() if sums else None
    if package.get("packageVerificationCode", {}).get("packageVerificationCodeValue") != code:
        wrong.append(f"the verification code of {package['name']}")
    print(package["name"], package.get("versionInfo", "-"), package["downloadLocation"], *sorted(file["fileName"] for file in contained[name]))

on_disc = sorted(os.path.join(top, name).replace(folder, ".", 1) for top, _, names in os.walk(folder) for name in names if not os.path.islink(os.path.join(top, name)))
if sorted(file["fileName"] for file in files.values()) != [name for name in on_disc if name != "./usr.lgz"]:
    wrong.append("the list of files")
for fault in wrong:
    print("wrong:", fault)
sys.exit(len(wrong) > 0)
