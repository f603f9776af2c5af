cp places/hill.yml places/atlasslotbody.yml
