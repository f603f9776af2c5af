{ echo 'parties:'; yes '  - {actor: hill, roles: [member]}' | head -n 3900; sed '/parties:/d; /- {actor/d' cooperations/hill-dale.yml; } > new && mv new cooperations/hill-dale.yml
