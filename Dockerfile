# reportsum in a container, as a user without rights:
#   docker build -t reportsum . && docker run --rm -v "$PWD:/work" reportsum digest reports
FROM python:3.12-slim AS build
COPY . /src
RUN pip install --no-cache-dir --prefix=/install "/src[documents]"

FROM python:3.12-slim
COPY --from=build /install /usr/local
RUN useradd --create-home reader
USER reader
WORKDIR /work
ENTRYPOINT ["reportsum"]
CMD ["--help"]
