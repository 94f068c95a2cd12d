export { mapperOf, type MapperSpec } from '../../lib/core/import/map';
