FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1

# The data folder belongs to the bot alone; a named volume mounted there inherits that.
RUN useradd --system --uid 10001 --home-dir /srv/steadydose --create-home steadydose \
    && install --directory --owner steadydose --mode 0700 /srv/steadydose/data
WORKDIR /srv/steadydose

COPY requirements.lock ./
RUN pip install --require-hashes --no-deps --requirement requirements.lock
COPY pyproject.toml README.md LICENSE LICENSES.md ./
COPY migrations migrations
COPY bot bot
RUN python -m compileall -q bot migrations

USER steadydose
VOLUME /srv/steadydose/data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5m --timeout=30s --start-period=1m --retries=2 \
    CMD ["python", "-m", "bot", "doctor"]
CMD ["python", "-m", "bot", "run"]
